// An application of Angular around a simulated panel, with strict templates. The panel's address comes with the page's own.
import '@angular/compiler';
import 'connect-ccp-elements/define.js';
import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  type ElementRef,
  signal,
  viewChild,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type {
  ConnectAcceptRequestEvent,
  ConnectCcpElement,
  ConnectContactChangeEvent,
  ConnectRingingEvent,
  ContactView,
} from 'connect-ccp-elements';
import { attachSimulator } from 'connect-ccp-elements/simulator.js';

@Component({
  selector: 'app-desk',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <connect-ccp
      #ccp
      class="panel"
      [ccpUrl]="ccpUrl"
      [loadTimeout]="20000"
      headless
      (connect-ready)="isReady.set(true)"
      (connect-ringing)="show($event)"
      (connect-contact-change)="show($event)"
    ></connect-ccp>
    <connect-contact-controls country="US" (connect-accept-request)="count($event)"></connect-contact-controls>
    <button type="button" [disabled]="!isReady()" (click)="call()">Call</button>
    <output>{{ who() }}, {{ requests() }} accepted</output>
  `,
})
class DeskComponent {
  readonly ccpUrl = new URLSearchParams(location.search).get('ccp') ?? '';
  readonly isReady = signal(false);
  readonly who = signal('nobody');
  readonly requests = signal(0);
  readonly ccp = viewChild.required<ElementRef<ConnectCcpElement>>('ccp');

  show({ contact }: ConnectRingingEvent | ConnectContactChangeEvent): void {
    const { phoneNumber, state }: ContactView = contact;
    this.who.set(`${phoneNumber} ${state.type}`);
  }

  count({ contactId }: ConnectAcceptRequestEvent): void {
    this.requests.update((count) => count + (contactId ? 1 : 0));
  }

  async call(): Promise<void> {
    const simulator = await attachSimulator(this.ccp().nativeElement);
    await simulator.setAgentState('Available');
    await simulator.incomingCall({ from: '+12065550100' });
  }
}

await bootstrapApplication(DeskComponent);
