// The simulated sign-in page: words in a frame, a form in a window of its own; and the page that asks for cookies.
import { h, Renderer } from './dom.js';

/** What a sign-in form needs. */
export interface SignInOptions {
  /** Name of the instance. */
  readonly instance: string;
  /** The user name that stands in the field. */
  readonly userName: string;
  onSignIn(userName: string): void;
}

/** Draws the words of a framed sign-in page. */
export function drawSignedOut(root: HTMLElement, signedIn: boolean): void {
  const title = signedIn ? 'You are signed in' : 'You are signed out';
  const line = signedIn
    ? 'This panel starts as soon as the page around it loads it again.'
    : 'Sign in, in the window that the page around this panel opens.';
  new Renderer().render(
    root,
    h(
      'main',
      { class: 'sign-in' },
      h('div', { class: 'sign-in-card', role: 'status' }, h('h1', {}, title), h('p', { class: 'hint' }, line)),
    ),
  );
}

/**
 * Draws the page that asks for storage access.
 * @param root where it goes.
 * @param isDenied true once the browser or the agent has refused.
 * @param onAllow called from the click that browsers want to see.
 */
export function drawStorageRequest(root: HTMLElement, isDenied: boolean, onAllow: () => void): void {
  const line = isDenied
    ? 'Your browser has refused. It may want you to sign in once in a window of its own first.'
    : 'Your browser keeps this panel from its cookies here. Allow it to use them, and it goes on.';
  new Renderer().render(
    root,
    h(
      'main',
      { class: 'sign-in' },
      h(
        'div',
        { class: 'sign-in-card' },
        h('h1', {}, 'One more permission'),
        h('p', { class: 'hint', role: 'status' }, line),
        h(
          'button',
          { type: 'button', class: 'button go', onclick: onAllow },
          h('span', { class: 'button-label' }, 'Allow'),
        ),
      ),
    ),
  );
}

/** Draws the form. Any user name and password will do. */
export function drawSignInForm(root: HTMLElement, { instance, userName, onSignIn }: SignInOptions): void {
  const field = (id: string, label: string, props: Readonly<Record<string, unknown>>) => [
    h('label', { for: id, key: `label-${id}` }, label),
    h('input', { id, key: id, class: 'field', required: true, ...props }),
  ];
  const onsubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = document.getElementById('user-name');
    onSignIn((input instanceof HTMLInputElement && input.value) || userName);
  };
  new Renderer().render(
    root,
    h(
      'main',
      { class: 'sign-in' },
      h(
        'form',
        { class: 'sign-in-card', onsubmit },
        h('h1', {}, 'Sign in'),
        h('p', { class: 'hint' }, 'Simulated instance ', h('strong', {}, instance), '. Any name and password will do.'),
        field('user-name', 'User name', { autocomplete: 'username', value: userName }),
        field('password', 'Password', { type: 'password', autocomplete: 'current-password', value: 'password' }),
        h('button', { type: 'submit', class: 'button go' }, h('span', { class: 'button-label' }, 'Sign in')),
      ),
    ),
  );
}
