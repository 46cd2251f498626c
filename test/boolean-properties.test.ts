// Boolean properties of every element, as markup and frameworks set them: by attribute, as true, and as the empty text of an attribute.
import { expect } from '@open-wc/testing';
import type { LitElement, PropertyDeclaration } from 'lit';
import '../elements/define.js';

const TAGS = [
  'connect-ccp',
  'connect-global-ccp',
  'connect-agent-status',
  'connect-contact-controls',
  'connect-chat',
  'connect-recent-contacts',
  'connect-wrap-up',
  'connect-mini-panel',
  'connect-app',
] as const;

type AnyElement = LitElement & Record<string, unknown>;

function booleansOf(tag: string): readonly string[] {
  const { elementProperties } = customElements.get(tag) as unknown as {
    readonly elementProperties: ReadonlyMap<PropertyKey, PropertyDeclaration>;
  };
  return [...elementProperties].filter(([, { type }]) => type === Boolean).map(([name]) => String(name));
}

describe('boolean properties', () => {
  it('are there to be tested', () => {
    expect(booleansOf('connect-ccp')).to.include.members(['headless', 'keepAlive', 'ringer']);
  });

  for (const tag of TAGS) {
    for (const name of booleansOf(tag)) {
      it(`${tag}.${name}: an empty text is yes, as with the attribute`, () => {
        const element = document.createElement(tag) as unknown as AnyElement;
        expect(element[name], 'at first').to.be.false;
        for (const [given, taken] of [
          ['', true],
          [false, false],
          [true, true],
        ] as const) {
          element[name] = given;
          expect(element[name], JSON.stringify(given)).to.equal(taken);
        }
      });
    }
  }
});
