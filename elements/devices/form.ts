// The choice of devices as it is shown: a list for each device, what came of the last choice, and what is in the way.

/** Something to choose. */
export interface DeviceOption {
  readonly id: string;
  readonly label: string;
}

/** What came of a choice, or is the matter with one. */
export interface DeviceNote {
  readonly tone: 'pending' | 'confirmed' | 'unconfirmed' | 'failed';
  readonly text: string;
}

/** One device. */
export interface DeviceField {
  /** Which one. */
  readonly device: string;
  readonly label: string;
  readonly options: readonly DeviceOption[];
  readonly chosen: string;
  readonly note: DeviceNote | undefined;
}

/** What is in the way, and what helps. */
export interface Obstacle {
  readonly text: string;
  readonly action?: readonly [label: string, act: () => void];
}

/** All that is shown. */
export interface DeviceView {
  readonly title: string;
  readonly fields: readonly DeviceField[];
  readonly obstacles: readonly Obstacle[];
  readonly enabled: boolean;
}

/** The form of one element. It is changed in place: a list that is open stays open. */
export class DeviceForm {
  readonly element: HTMLElement = made('div', 'devices');
  readonly #pick: (device: string, id: string) => void;
  readonly #fields = new Map<string, Field>();
  readonly #obstacles = made('div', 'obstacles');
  #shown = '';

  /** @param pick called with each choice of the agent. */
  constructor(pick: (device: string, id: string) => void) {
    this.#pick = pick;
    this.element.role = 'group';
    this.element.append(this.#obstacles);
  }

  /** Shows how things stand. */
  show({ title, fields, obstacles, enabled }: DeviceView): void {
    this.element.ariaLabel = title;
    const { activeElement } = this.element.getRootNode() as Partial<ShadowRoot>;
    const hadFocus = this.element.contains(activeElement ?? null);
    for (const [device, field] of this.#fields) {
      if (!fields.some((one) => one.device === device)) {
        field.element.remove();
        this.#fields.delete(device);
      }
    }
    for (const view of fields) {
      const field = this.#fields.get(view.device) ?? new Field(view.device, this.#pick);
      if (!this.#fields.has(view.device)) {
        this.#fields.set(view.device, field);
        this.#obstacles.before(field.element);
      }
      field.show(view, enabled);
    }
    this.#showObstacles(obstacles);
    // What had it has gone.
    if (hadFocus && !this.element.contains(activeElement ?? null)) {
      this.element.querySelector<HTMLElement>('select, button')?.focus();
    }
  }

  #showObstacles(obstacles: readonly Obstacle[]): void {
    const shown = JSON.stringify(obstacles);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const nodes = obstacles.flatMap(({ text, action }) => {
      const words = made('p', 'obstacle');
      words.setAttribute('part', 'problem');
      words.textContent = text;
      return action ? [words, button(...action)] : [words];
    });
    this.#obstacles.replaceChildren(...nodes);
  }
}

class Field {
  readonly element = made('div', 'entry');
  readonly #label = document.createElement('label');
  readonly #select = document.createElement('select');
  readonly #note = document.createElement('p');
  #options = '';

  constructor(device: string, pick: (device: string, id: string) => void) {
    const id = `device-${device}`;
    this.element.setAttribute('part', 'device');
    this.#select.setAttribute('part', 'input');
    this.#select.id = this.#label.htmlFor = id;
    this.#note.id = `${id}-note`;
    this.#select.setAttribute('aria-describedby', this.#note.id);
    this.#select.addEventListener('change', () => pick(device, this.#select.value));
    this.#label.setAttribute('part', 'label');
    this.element.append(this.#label, this.#select, this.#note);
  }

  show({ label, options, chosen, note }: DeviceField, enabled: boolean): void {
    this.#label.textContent = label;
    this.#select.disabled = !enabled;
    const shown = JSON.stringify(options);
    if (shown !== this.#options) {
      this.#options = shown;
      this.#select.replaceChildren(...options.map(({ id, label: name }) => new Option(name, id)));
    }
    if (this.#select.value !== chosen) this.#select.value = chosen;
    this.#note.hidden = !note;
    if (!note) return;
    this.#note.className = `outcome ${note.tone}`;
    this.#note.setAttribute('part', `outcome outcome-${note.tone}`);
    this.#note.textContent = note.text;
  }
}

function made<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = made('button', 'small');
  element.type = 'button';
  element.setAttribute('part', 'button');
  element.textContent = label;
  element.addEventListener('click', act);
  return element;
}
