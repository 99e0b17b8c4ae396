import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One kept-alive HTTP connection, one request at a time: as little work as a client can do beside the server it measures. */
export class Connection {
  constructor(port) {
    this.socket = connect(port, '127.0.0.1').setNoDelay(true);
    this.received = [];
    this.missing = null;
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail?.(error));
  }

  /** Sends a whole request; answers its status and body. */
  send(text) {
    return new Promise((resolve, fail) => {
      Object.assign(this, { resolve, fail });
      this.socket.write(text);
    });
  }

  take(chunk) {
    this.received.push(chunk);
    if (this.missing === null) this.readHead();
    else this.missing -= chunk.length;
    if (this.missing !== null && this.missing <= 0) this.finish();
  }

  readHead() {
    const all = Buffer.concat(this.received);
    const end = all.indexOf(END_OF_HEAD);
    if (end < 0) return;
    this.head = all.latin1Slice(0, end);
    const length = /content-length: (\d+)/i.exec(this.head);
    if (!length) throw new Error(`no content-length in ${this.head}`);
    this.bodyFrom = end + END_OF_HEAD.length;
    this.missing = this.bodyFrom + Number(length[1]) - all.length;
  }

  finish() {
    const all = this.received.length === 1 ? this.received[0] : Buffer.concat(this.received);
    const answer = { status: Number(this.head.slice(9, 12)), body: all.subarray(this.bodyFrom) };
    this.received = [];
    this.missing = null;
    this.resolve(answer);
  }

  close() {
    this.socket.destroy();
  }
}

/** A request as it goes over the wire. */
export function requestText({ method = 'GET', path, token, key, body }) {
  const head = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', `authorization: Bearer ${token}`];
  if (key) head.push(`idempotency-key: ${key}`);
  if (!body) return `${head.join('\r\n')}\r\n\r\n`;
  const json = JSON.stringify(body);
  head.push('content-type: application/json', `content-length: ${Buffer.byteLength(json)}`);
  return `${head.join('\r\n')}\r\n\r\n${json}`;
}
