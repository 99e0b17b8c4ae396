import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface SmtpServer {
  url: string;
  /** Whole messages as they arrived. */
  received: string[];
  stop(): Promise<void>;
}

/** As much SMTP as a letter needs. `cutAfterMessage` hangs up before confirming, so that the sender cannot know. */
export async function startSmtp({ cutAfterMessage = 0 } = {}): Promise<SmtpServer> {
  const received: string[] = [];
  let cuts = cutAfterMessage;
  const server = createServer((socket) => {
    converse(socket, (message) => {
      received.push(message);
      return cuts-- <= 0;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, arrived: (message: string) => boolean): void {
  let buffer = '';
  let inMessage = false;
  socket.on('error', () => undefined);
  socket.write('220 test\r\n');
  socket.on('data', (chunk) => {
    buffer += String(chunk);
    for (;;) {
      const end = buffer.indexOf(inMessage ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + (inMessage ? 5 : 2));
      if (inMessage) {
        inMessage = false;
        if (!arrived(text)) return void socket.destroy();
        socket.write('250 ok\r\n');
      } else if (text.toUpperCase() === 'DATA') {
        inMessage = true;
        socket.write('354 go\r\n');
      } else if (text.toUpperCase() === 'QUIT') {
        socket.end('221 bye\r\n');
      } else socket.write('250 ok\r\n');
    }
  });
}
