// Two CCPs in the place of one: a runtime sees the active region's alone, and moves over with the agent. docs/protocol.md, section 10.2.
import { isRecord } from '../conduit/wire.js';
import { sendable } from '../conduit/sendable.js';
import type { SiteName } from '../conduit/side-channel.js';
import { AgentEvents, GlobalResiliencyEvents, LinkEventType } from '../events/event-names.js';
import type { EmbeddedCcp } from '../embedding/ccp-slot.js';
import type { EmbeddingOptions } from '../embedding/embedding-options.js';
import { STANDBY_RETRY } from '../sign-in/defaults.js';
import { Embedding } from '../embedding/embedding.js';
import type { InitCcpOptions } from '../embedding/options.js';
import type { CcpStatus } from '../sign-in/status.js';
import { RegionStage } from './region-stage.js';

/** One region with its CCP. */
interface Site {
  readonly name: SiteName;
  readonly embedding: Embedding;
  /** AWS region; null until a CCP has told it. */
  region: string | null;
}

/** Told when another region has become the active one, before its data are there. */
export type RegionListener = (region: string) => void;

const FIRST: SiteName = 'primary';
const SECOND: SiteName = 'secondary';

/** What the CCP of one region tells that of the other. */
const RELAYED = [
  GlobalResiliencyEvents.FAILOVER_PENDING,
  GlobalResiliencyEvents.FAILOVER_INITIATED,
  GlobalResiliencyEvents.FAILOVER_COMPLETE,
  GlobalResiliencyEvents.HEARTBEAT_SYN,
  GlobalResiliencyEvents.HEARTBEAT_ACK,
];

/** Events between the CCPs and this page. They are published under other names, at other times or not at all. */
const PRIVATE: ReadonlySet<string> = /*#__PURE__*/ new Set(
  Object.values(GlobalResiliencyEvents).filter((event) => event !== GlobalResiliencyEvents.CONFIGURE_ERROR),
);

const UNSIGNED: readonly CcpStatus[] = ['signed-out', 'expired'];

const regionIn = (data: unknown): string | null =>
  isRecord(data) && typeof data.activeRegion === 'string' ? data.activeRegion : null;

/** Embeds both CCPs behind the interface of one. `stop()` ends both and removes their frames. */
export class TwoCcps implements EmbeddedCcp {
  readonly #needs: EmbeddingOptions;
  readonly #listener: RegionListener;
  readonly #stage: RegionStage;
  readonly #scope = new AbortController();
  readonly #first: Site;
  readonly #second: Site;
  #activeName: SiteName = FIRST;
  /** True once a CCP has said which region is active. */
  #isKnown = false;
  #initialized = false;
  /** The region of the failover that has been announced. */
  #detected: string | null = null;
  #isPending = false;
  /** True from a switch to the first data of the new region. */
  #isCompleting = false;

  /**
   * @param needs as those of one; the options name both addresses.
   * @param listener told when another region has become the active one.
   */
  constructor(needs: EmbeddingOptions, listener: RegionListener) {
    this.#needs = needs;
    this.#listener = listener;
    needs.takesPlaceOf?.remove();
    this.#stage = new RegionStage(needs.container as HTMLElement, [FIRST, SECOND], FIRST);
    // A session is for both, and is asked for once.
    const first = { ...needs.options, storageAccess: undefined };
    const { secondaryCCPUrl = '', retry = STANDBY_RETRY } = first;
    const second = { ...first, ccpUrl: secondaryCCPUrl, instanceUrl: undefined, loginMode: 'none' as const, retry };
    this.#first = this.#embed(FIRST, first);
    this.#second = this.#embed(SECOND, second);
    for (const site of this.#sites) this.#listen(site);
  }

  /** Region where the agent works, or null before a CCP has said so. */
  get activeRegion(): string | null {
    return this.#isKnown ? this.#active.region : null;
  }

  /** The CCP of the active region. */
  get ccp(): Embedding {
    return this.#active.embedding;
  }

  get signal() {
    return this.#scope.signal;
  }

  get initialized() {
    return this.#initialized;
  }

  stop(status?: CcpStatus): void {
    if (this.signal.aborted) return;
    this.#scope.abort();
    for (const { embedding } of this.#sites) embedding.stop(status);
    this.#stage.end();
  }

  /** Has the agent moved over. A CCP that does not answer is not waited for. */
  forceFailover(): void {
    const isAnswering = this.ccp.status === 'ready';
    for (const site of this.#sites) this.#send(site, GlobalResiliencyEvents.FORCE_FAILOVER);
    if (!isAnswering) this.#switch(this.#otherThan(this.#active));
  }

  get #sites(): readonly Site[] {
    return [this.#first, this.#second];
  }

  get #active(): Site {
    return this.#activeName === FIRST ? this.#first : this.#second;
  }

  #otherThan(site: Site): Site {
    return site === this.#first ? this.#second : this.#first;
  }

  #send({ embedding }: Site, event: string, data?: unknown): void {
    embedding.conduit.sendUpstream(event, data);
  }

  #embed(name: SiteName, options: InitCcpOptions): Site {
    const needs = this.#needs;
    const isActive = (): boolean => name === this.#activeName;
    const { receiver } = needs;
    const embedding = new Embedding({
      ...needs,
      options,
      container: this.#stage.boxOf(name),
      takesPlaceOf: null,
      site: name,
      outerContext: { ...needs.outerContext, initCCPParams: sendable({ ...options, enableGlobalResiliency: true }) },
      configure: () => ({ enableGlobalResiliency: true, instanceState: isActive() ? 'active' : 'inactive' }),
      receiver: {
        // Before it is known where the agent works, data may be those of the region that stands by.
        take: (data) => this.#isKnown && (!isActive() || receiver.take(data)),
        hear: (event, payload) => {
          if (event === LinkEventType.INIT) return this.#maybeReady();
          if (!isActive() || PRIVATE.has(event)) return;
          receiver.hear(event, payload);
          if (event === AgentEvents.UPDATE) this.#maybeComplete();
        },
        note: (news) => {
          if (isActive() || news.kind === 'failure') receiver.note(news);
          if (news.kind === 'status' && news.status === 'ready') {
            this.#retryUnsigned(name === FIRST ? this.#second : this.#first);
          }
        },
      },
    });
    return { name, embedding, region: null };
  }

  /** A region without a session may find that of the other one. */
  #retryUnsigned({ embedding }: Site): void {
    if (UNSIGNED.includes(embedding.status)) embedding.retry();
  }

  #listen(site: Site): void {
    const { conduit } = site.embedding;
    let portId: unknown;
    conduit.onUpstream<unknown>(LinkEventType.ACKNOWLEDGE, (data) => {
      const id = isRecord(data) ? data.id : undefined;
      if (id === portId) return;
      portId = id;
      this.#send(site, GlobalResiliencyEvents.VALIDATE_GLOBAL_SIGNIN);
    });
    // A session for one region alone counts as none.
    conduit.onUpstream(GlobalResiliencyEvents.GLOBAL_SIGNIN_INVALID, () =>
      conduit.upstreamBus.trigger(LinkEventType.AUTH_FAIL),
    );
    conduit.onUpstream<unknown>(GlobalResiliencyEvents.INIT, (data) => this.#heard(site, data));
    conduit.onUpstream<unknown>(GlobalResiliencyEvents.FAILOVER_DETECTED, (data) => {
      const nextActiveRegion = regionIn(data);
      if (nextActiveRegion === this.#detected) return;
      this.#detected = nextActiveRegion;
      this.#needs.receiver.hear(GlobalResiliencyEvents.FAILOVER_DETECTED_CRM, { nextActiveRegion });
    });
    conduit.onUpstream<unknown>(GlobalResiliencyEvents.FAILOVER_PENDING, (data) => {
      if (this.#isPending || site !== this.#active) return;
      this.#isPending = true;
      this.#needs.receiver.hear(GlobalResiliencyEvents.FAILOVER_PENDING_CRM, { nextActiveRegion: regionIn(data) });
    });
    conduit.onUpstream<unknown>(GlobalResiliencyEvents.FAILOVER_INITIATED, (data) => {
      const region = regionIn(data);
      if (region === null) return;
      const next = this.#siteOf(region);
      if (next) this.#switch(next);
    });
    conduit.onUpstream(AgentEvents.FETCH_AGENT_DATA_FROM_CCP, (data) =>
      conduit.upstreamBus.trigger(AgentEvents.UPDATE, data),
    );
    for (const event of RELAYED) conduit.onUpstream(event, (data) => this.#send(this.#otherThan(site), event, data));
  }

  /** The site of a region; one that has not said its own yet is the one that is meant. */
  #siteOf(region: string): Site | undefined {
    const known = this.#sites.find((site) => site.region === region);
    if (known) return known;
    const unknown = this.#sites.find((site) => site.region === null);
    if (unknown) unknown.region = region;
    return unknown;
  }

  /** A CCP says where it is, and which region is active. */
  #heard(site: Site, data: unknown): void {
    const activeRegion = regionIn(data);
    if (!isRecord(data) || typeof data.instanceRegion !== 'string' || activeRegion === null) return;
    site.region = data.instanceRegion;
    if (!this.#isKnown) {
      const active = this.#siteOf(activeRegion);
      if (!active) return;
      this.#isKnown = true;
      this.#activate(active);
      this.#maybeReady();
    } else {
      // Its frame was loaded anew, or comes later than the other one.
      this.#tell(site);
      this.#otherThan(site).region ??= activeRegion === site.region ? null : activeRegion;
    }
  }

  #maybeReady(): void {
    if (this.#initialized || !this.#isKnown || !this.#active.embedding.initialized) return;
    this.#initialized = true;
    this.#needs.receiver.hear(LinkEventType.INIT);
  }

  #tell(site: Site): void {
    const instanceState = site === this.#active ? 'active' : 'inactive';
    this.#send(site, GlobalResiliencyEvents.CONFIGURE_CCP_CONDUIT, { instanceState });
  }

  #switch(next: Site): void {
    if (next === this.#active) return;
    this.#isKnown = this.#isCompleting = true;
    this.#activate(next);
    this.#maybeReady();
  }

  #activate(next: Site): void {
    const before = this.#active.embedding.status;
    this.#activeName = next.name;
    this.#isPending = false;
    this.#detected = null;
    this.#stage.show(next.name);
    this.#needs.sideLines?.activate(next.name);
    this.#needs.receiver.note({ kind: 'frame' });
    for (const site of this.#sites) this.#tell(site);
    if (next.region !== null) this.#listener(next.region);
    const { status } = next.embedding;
    if (status !== before) this.#needs.receiver.note({ kind: 'status', status, previous: before });
    this.#retryUnsigned(next);
    for (const site of this.#sites) this.#send(site, AgentEvents.FETCH_AGENT_DATA_FROM_CCP);
  }

  #maybeComplete(): void {
    if (!this.#isCompleting) return;
    this.#isCompleting = false;
    const { region: activeRegion, embedding } = this.#active;
    const complete = { activeRegion, activeCcpUrl: new URL(embedding.options.ccpUrl, document.baseURI).origin };
    this.#needs.receiver.hear(GlobalResiliencyEvents.FAILOVER_COMPLETE, complete);
    for (const site of this.#sites) this.#send(site, GlobalResiliencyEvents.FAILOVER_COMPLETE, complete);
  }
}
