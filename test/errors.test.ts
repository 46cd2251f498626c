// The error classes that the API throws at its caller.
import { expect } from '@open-wc/testing';
import { createConnect } from '../src/connect.js';
import { assertFunction, assertNotNull, NotImplementedError, StateError, ValueError } from '../src/errors/errors.js';

const classes = { ValueError, StateError, NotImplementedError };

for (const [name, ErrorClass] of Object.entries(classes)) {
  describe(name, () => {
    it('is an error of its own name', () => {
      const error = new ErrorClass('broken');
      expect(error).to.be.instanceOf(ErrorClass);
      expect(error).to.be.instanceOf(Error);
      expect(error.name).to.equal(name);
      expect(error.message).to.equal('broken');
      expect(String(error)).to.equal(`${name}: broken`);
      expect(error.stack).to.be.a('string');
      expect(Object.getPrototypeOf(error)).to.equal(ErrorClass.prototype);
      expect(error.constructor).to.equal(ErrorClass);
    });

    it('is none of the other classes', () => {
      const error = new ErrorClass('broken');
      for (const other of Object.values(classes)) {
        if (other !== ErrorClass) expect(error).not.to.be.instanceOf(other);
      }
    });

    it('formats its message', () => {
      expect(new ErrorClass('%s of %d', 'one', 7).message).to.equal('one of 7');
    });

    it('takes text that is no format as it is', () => {
      for (const text of ['100%', '%', 'https%3A%2F%2Fx.example', '%s and %s']) {
        expect(new ErrorClass(text).message).to.equal(text);
      }
      expect(new ErrorClass('%d', 'no number').message).to.be.a('string');
      expect(new ErrorClass().message).to.equal('');
    });

    it('can be extended', () => {
      class Own extends ErrorClass {}
      const error = new Own('mine');
      expect(error).to.be.instanceOf(Own);
      expect(error).to.be.instanceOf(ErrorClass);
    });

    it('is the one on every runtime', () => {
      expect((createConnect() as unknown as typeof classes)[name as keyof typeof classes]).to.equal(ErrorClass);
    });
  });
}

describe('assertions', () => {
  it('assertNotNull gives back what is there, whatever it is', () => {
    for (const value of [0, '', false, {}]) expect(assertNotNull(value)).to.equal(value);
  });

  it('assertNotNull throws for null and undefined', () => {
    for (const value of [null, undefined]) {
      expect(() => assertNotNull(value)).to.throw(ValueError, 'A value must be provided');
      expect(() => assertNotNull(value, 'the % of it')).to.throw(ValueError, 'the % of it must be provided');
    }
  });

  it('assertFunction throws for what cannot be called', () => {
    assertFunction(() => undefined, 'f');
    assertFunction(class {}, 'f');
    expect(() => assertFunction(undefined, 'f')).to.throw(ValueError, 'f must be provided');
    for (const value of [{}, 'x', 7, [], true]) {
      expect(() => assertFunction(value, 'f')).to.throw(ValueError, 'f must be a function');
    }
  });
});

describe('Errors', () => {
  const typed = ['+1 206 555 0100', '2065550100', '٢٠٦٥٥٥٠١٠٠', { phoneNumber: '+12065550100' }, 2065550100];
  for (const given of [...typed, 'https://x.example/?sid=s3cr3t', 'jane:s3cr3t@x.example', { token: 's3cr3t' }]) {
    it(`mask what they quote: ${JSON.stringify(given)}`, () => {
      for (const ErrorClass of [ValueError, StateError, NotImplementedError]) {
        const { message } = new ErrorClass('"%s" is not right, such as +12065550199.', given);
        expect(message).to.contain('is not right, such as +12065550199.');
        expect(message).not.to.match(/0100|٠١٠٠|s3cr3t/);
      }
    });
  }
});
