import { Money } from '../kernel/money.js';
import { assertWithinDocument, remainingOf } from './document-ceiling.js';

const document = (charged: string, credited = '0.00') => ({
  eligibleTotal: Money.of('1000.00'),
  credited: Money.of(credited),
  charged: Money.of(charged),
});

describe('a cost document', () => {
  it.each([
    ['0.00', '0.00', '1000.00'],
    ['400.00', '0.00', '600.00'],
    ['400.00', '100.50', '499.50'],
    ['1000.00', '0.00', '0.00'],
  ])('charged %s and credited %s leaves %s', (charged, credited, left) => {
    expect(remainingOf(document(charged, credited)).toString()).toBe(left);
  });

  it.each([
    ['0.00', '1000.00'],
    ['999.99', '0.01'],
  ])('charged %s still takes %s', (charged, added) => {
    expect(() => assertWithinDocument(document(charged), Money.of(added))).not.toThrow();
  });

  it.each([
    ['0.00', '0.00', '1000.01'],
    ['999.99', '0.00', '0.02'],
    ['0.00', '0.01', '1000.00'],
  ])('charged %s and credited %s does not take %s', (charged, credited, added) => {
    expect(() => assertWithinDocument(document(charged, credited), Money.of(added))).toThrow(
      expect.objectContaining({ code: 'expense.beyond_document', status: 422 }),
    );
  });
});
