// Where the agent writes: a field that keeps a draft for each contact, files to go with it, and the button that sends both.
import { html, nothing } from 'lit';
import { closesLayer } from '../base/closes-layer.js';
import type { Conversation } from '../conversations/conversation.js';
import type { ContactView } from '../host/state.js';
import { icon } from '../looks/icons.js';
import type { ChatContext } from './context.js';
import { ACCEPTED, problemWith } from './files.js';
import { filledIn, queryAt, type QuickResponse, QuickResponses } from './quick-responses.js';
import { fileName } from './readable.js';

/** Characters of one message, at most. Amazon Connect API reference, "SendMessage", Content. */
const MOST_CHARACTERS = 1024;

/** From how many on it is said how many are left. */
const FEW = 100;

/** The key that a browser reports for what an input method does with a key. */
const INPUT_METHOD_KEY = 229;

/** What a composer needs of its element. */
export interface ComposerNeeds {
  readonly context: ChatContext;
  /** The contact, as the host has it. */
  contact(): ContactView | null;
  agentName(): string;
  /** The field, once it has been rendered. */
  field(): HTMLTextAreaElement | null;
  /** Sends a text; false if the page has stopped it. */
  send(text: string): boolean;
  /** Sends a file, likewise. */
  sendFile(file: File): boolean;
}

/** True as long as something can be written in a chat. */
export const canWrite = ({ status }: Conversation): boolean => status !== 'ended' && status !== 'not-loaded';

/** The composer of one element. */
export class Composer {
  readonly quickResponses: QuickResponses;
  readonly #needs: ComposerNeeds;
  readonly #context: ChatContext;
  #problem = '';
  #isDropTarget = false;

  constructor(needs: ComposerNeeds) {
    this.#needs = needs;
    this.#context = needs.context;
    this.quickResponses = new QuickResponses(needs.context);
  }

  /** Another conversation is shown: its draft is in the field. */
  reset(): void {
    this.#problem = '';
    this.#isDropTarget = false;
    this.quickResponses.close();
  }

  /** Puts the draft into the field; to be called after each rendering. */
  settle(): void {
    const field = this.#needs.field();
    const draft = this.#context.conversation?.draft ?? '';
    if (field && field.value !== draft) field.value = draft;
  }

  render(conversation: Conversation) {
    const { terms } = this.#context;
    const { draft, draftFiles, allowsFiles } = conversation;
    const left = MOST_CHARACTERS - draft.trim().length;
    const isEmpty = draft.trim() === '' && draftFiles.length === 0;
    const note = left < 0 ? terms.tooLong(-left) : left <= FEW ? terms.left(left) : '';
    return html`
      <form class="composer" part="composer" @submit=${this.#submit}>
        ${this.#problem ? html`<p class="problem" part="problem" role="alert">${this.#problem}</p>` : nothing}
        ${this.#renderFiles(draftFiles)}
        <div class="entry" part="entry">
          ${
            allowsFiles
              ? html`<button
                    class="plain-button"
                    part="attach"
                    type="button"
                    aria-label=${terms.attach}
                    title=${terms.attach}
                    @click=${this.#chooseFiles}
                  >
                    ${icon('attach')}
                  </button>
                  <input type="file" hidden multiple accept=${ACCEPTED} @change=${this.#chosen} />`
              : nothing
          }
          <textarea
            part="field"
            rows="1"
            dir="auto"
            enterkeyhint="send"
            autocomplete="off"
            aria-label=${terms.message}
            placeholder=${terms.message}
            aria-autocomplete=${this.quickResponses.isOpen ? 'list' : nothing}
            aria-controls=${this.quickResponses.activeId ? 'quick' : nothing}
            aria-activedescendant=${this.quickResponses.activeId ?? nothing}
            aria-describedby=${note ? 'left' : nothing}
            aria-invalid=${left < 0 ? 'true' : nothing}
            @input=${this.#input}
            @keydown=${this.#keydown}
            @paste=${this.#paste}
            @blur=${() => this.quickResponses.close()}
          ></textarea>
          <button class="send" part="send" type="submit" aria-disabled=${isEmpty || left < 0 ? 'true' : nothing}>
            ${icon('send')}<span class="send-name">${terms.send}</span>
          </button>
        </div>
        <p class="left ${left < 0 ? 'over' : ''}" part="left" id="left">${note}</p>
      </form>
    `;
  }

  /** What lies over the transcript: quick responses that fit, and a word on files that are held over the chat. */
  renderAbove() {
    if (this.#isDropTarget) return html`<p class="drop-here" part="text">${this.#context.terms.dropHere}</p>`;
    return this.quickResponses.render((response) => this.#insert(response));
  }

  #renderFiles(files: readonly File[]) {
    if (files.length === 0) return nothing;
    const { terms, formats } = this.#context;
    return html`<ul class="staged" part="files" aria-label=${terms.files}>
      ${files.map((file, index) => {
        const name = fileName(file.name);
        return html`<li part="file">
          <bdi class="file-name">${name}</bdi><span class="quiet">${formats.size(file.size)}</span>
          <button
            class="plain-button"
            part="remove-file"
            type="button"
            aria-label=${terms.removeFile(name)}
            @click=${() => this.#unstage(index)}
          >
            ${icon('close')}
          </button>
        </li>`;
      })}
    </ul>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    const { conversation } = this.#context;
    if (!conversation) return;
    const text = conversation.draft.trim();
    if (text.length > MOST_CHARACTERS) return;
    this.quickResponses.close();
    this.#problem = '';
    // What the page has stopped stays where it is.
    if (text && this.#needs.send(text)) conversation.draft = '';
    conversation.draftFiles = conversation.draftFiles.filter((file) => !this.#needs.sendFile(file));
    this.#context.update();
    this.#needs.field()?.focus();
  }

  readonly #input = ({ currentTarget }: Event): void => {
    const field = currentTarget as HTMLTextAreaElement;
    const { conversation } = this.#context;
    if (!conversation) return;
    conversation.draft = field.value;
    if (field.value.trim() !== '') conversation.typed();
    void this.quickResponses.look(queryAt(field.value, field.selectionStart));
    this.#context.update();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === INPUT_METHOD_KEY) return;
    const { quickResponses } = this;
    if (quickResponses.isOpen) {
      if (closesLayer(event)) return quickResponses.close();
      const { active } = quickResponses;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step && active) {
        event.preventDefault();
        return quickResponses.move(step);
      }
      if (active && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
        event.preventDefault();
        return this.#insert(active);
      }
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // A key that is held down sends once.
    if (!event.repeat) this.#send();
  };

  /** Puts a quick response in the place of what was typed to find it. */
  #insert({ text }: QuickResponse): void {
    const field = this.#needs.field();
    const { conversation, who } = this.#context;
    if (!field || !conversation) return;
    const caret = field.selectionStart;
    const query = queryAt(field.value, caret);
    const start = query === null ? caret : caret - query.length - 1;
    const names = { customer: who, agent: this.#needs.agentName() };
    field.setRangeText(filledIn(text, this.#needs.contact(), names), start, caret, 'end');
    conversation.draft = field.value;
    this.quickResponses.close();
    field.focus();
    this.#context.update();
  }

  readonly #chooseFiles = ({ currentTarget }: Event): void => {
    ((currentTarget as Element).nextElementSibling as HTMLInputElement | null)?.click();
  };

  readonly #chosen = ({ currentTarget }: Event): void => {
    const input = currentTarget as HTMLInputElement;
    this.#stage([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = '';
    this.#needs.field()?.focus();
  };

  readonly #paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || !this.#context.conversation?.allowsFiles) return;
    event.preventDefault();
    this.#stage(files);
  };

  /** Files are held over the chat. */
  readonly dragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Or the browser leaves the page for a file that is dropped here.
    event.preventDefault();
    event.dataTransfer.dropEffect = this.#takesFiles ? 'copy' : 'none';
    this.#setDropTarget(this.#takesFiles);
  };

  /** They are held somewhere else. */
  readonly dragLeave = ({ currentTarget, relatedTarget }: DragEvent): void => {
    if (!(currentTarget as Node).contains(relatedTarget as Node | null)) this.#setDropTarget(false);
  };

  /** They are let go. */
  readonly drop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    this.#setDropTarget(false);
    if (files.length === 0) return;
    event.preventDefault();
    if (!this.#takesFiles) return;
    this.#stage(files);
    this.#needs.field()?.focus();
  };

  get #takesFiles(): boolean {
    const { conversation } = this.#context;
    return conversation !== null && conversation.allowsFiles && canWrite(conversation);
  }

  #setDropTarget(isTarget: boolean): void {
    if (isTarget === this.#isDropTarget) return;
    this.#isDropTarget = isTarget;
    this.#context.update();
  }

  #stage(files: readonly File[]): void {
    const { conversation } = this.#context;
    if (!conversation) return;
    const sent = conversation.lines.reduce((count, { attachments }) => count + attachments.length, 0);
    const problems: string[] = [];
    for (const file of files) {
      const problem = problemWith(file, sent + conversation.draftFiles.length, this.#context);
      if (problem) problems.push(problem);
      else conversation.draftFiles = [...conversation.draftFiles, file];
    }
    this.#problem = [...new Set(problems)].join(' ');
    this.#context.update();
  }

  #unstage(index: number): void {
    const { conversation } = this.#context;
    if (conversation) conversation.draftFiles = conversation.draftFiles.filter((_, at) => at !== index);
    this.#problem = '';
    this.#context.update();
    this.#needs.field()?.focus();
  }
}
