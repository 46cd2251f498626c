// The CCP page's part in two-region operation, newer design: it says which region is active, and carries failovers out.
import { type AgentData, isRecord } from '../../conduit/wire.js';
import { AgentEvents, DisasterRecoveryEvents, EventType, GlobalResiliencyEvents } from '../../events/event-names.js';
import { StandbyDuty, type StandbyDutyOptions } from './disaster-recovery.js';

/** One region as the agent's session names it. */
export interface SessionRegion {
  readonly name: string;
  readonly instanceArn: string;
}

/** The regions of a session that is for two. */
export interface TwoRegions {
  readonly own: SessionRegion;
  readonly other: SessionRegion;
}

/** What it needs of the page. */
export interface ResilientRegionOptions extends Omit<StandbyDutyOptions, 'params' | 'pending'> {
  agent: () => AgentData | null;
  /** Undefined if the session is for one region. */
  regions: TwoRegions | undefined;
}

/** What the CCP says of a session that is not for two regions. */
const REGIONAL = {
  errorType: 'LILY_AGENT_CONFIG_MISSING',
  error: 'The session is for one region: sign in by loginUrl.',
};

/**
 * Speaks the newer form to the embedding page, and has a {@link StandbyDuty} do the work: what the worker says of the
 * older form is said in the newer one. docs/protocol.md, section 10.2.
 */
export class ResilientRegion {
  readonly #options: ResilientRegionOptions;
  /** True while the region may be one of two to the embedding page. */
  #isOneOfTwo: boolean;
  #isRunning = false;
  /** Undefined until the service has said which region is active. */
  #isActive: boolean | undefined;

  constructor(options: ResilientRegionOptions) {
    this.#options = options;
    const { conduit, regions } = options;
    this.#isOneOfTwo = regions !== undefined;
    const { VALIDATE_GLOBAL_SIGNIN, GLOBAL_SIGNIN_VALID, GLOBAL_SIGNIN_INVALID } = GlobalResiliencyEvents;
    conduit.onDownstream(VALIDATE_GLOBAL_SIGNIN, () => {
      if (regions) conduit.sendDownstream(GLOBAL_SIGNIN_VALID);
      else conduit.sendDownstream(GLOBAL_SIGNIN_INVALID, REGIONAL);
    });
    if (!regions) return;
    conduit.onDownstream<unknown>(EventType.OUTER_CONTEXT_INFO, (data) => {
      const params = isRecord(data) ? data.initCCPParams : undefined;
      this.#isOneOfTwo = isRecord(params) && params.enableGlobalResiliency === true;
      if (!this.#isOneOfTwo) this.#speak();
      else if (!this.#isRunning) this.#start(regions);
    });
  }

  /**
   * True while the embedding page is to hear nothing of the agent here: it has one place for the agents of both regions.
   * What it asks for is answered.
   */
  get isSilent(): boolean {
    return this.#isOneOfTwo && !this.#isActive;
  }

  #start({ own, other }: TwoRegions): void {
    this.#isRunning = true;
    const { conduit } = this.#options;
    const { FAILOVER, FORCE_OFFLINE, SET_OFFLINE } = DisasterRecoveryEvents;
    const { CONFIGURE_CCP_CONDUIT, FAILOVER_DETECTED, FAILOVER_INITIATED, FAILOVER_PENDING, FORCE_FAILOVER } =
      GlobalResiliencyEvents;
    const say = (event: string, activeRegion: string): void => void conduit.sendDownstream(event, { activeRegion });

    conduit.onUpstream<unknown>(FORCE_OFFLINE, (data) => {
      if (!isRecord(data) || data.nextActiveArn !== other.instanceArn) return;
      if (this.#isActive) say(FAILOVER_DETECTED, other.name);
      else this.#stand(own, other, false);
    });
    conduit.onUpstream<unknown>(FAILOVER, (data) => {
      if (!isRecord(data)) return;
      if (data.nextActiveArn === own.instanceArn) this.#stand(own, other, true);
      else if (data.isPrimary === false && this.#isActive) say(FAILOVER_INITIATED, other.name);
    });
    conduit.onDownstream<unknown>(CONFIGURE_CCP_CONDUIT, (data) => {
      const isActive = isRecord(data) && data.instanceState === 'active';
      if (this.#isActive === undefined) {
        // Told before the service has said anything: the page does not know yet which region this is.
        this.#stand(own, other, isActive);
        this.#suppress(!isActive);
        return;
      }
      if (this.#isActive !== isActive) this.#suppress(!isActive);
      this.#isActive = isActive;
      // A page that moves over waits for the agent's data, also if the service has made this region the active one before.
      if (isActive) this.#speak();
    });
    conduit.onDownstream(FORCE_FAILOVER, () => {
      if (!this.#isActive) return;
      this.#suppress(true);
      conduit.downstreamBus.trigger(SET_OFFLINE, { softFailover: false, nextActiveArn: other.instanceArn });
    });
    const params = { pollForFailover: true, instanceArn: own.instanceArn, otherArn: other.instanceArn };
    new StandbyDuty({ ...this.#options, params, pending: () => say(FAILOVER_PENDING, other.name) });
  }

  /** Says once where the region stands. */
  #stand(own: SessionRegion, other: SessionRegion, isActive: boolean): void {
    if (this.#isActive !== undefined) return;
    this.#isActive = isActive;
    this.#options.conduit.sendDownstream(GlobalResiliencyEvents.INIT, {
      instanceRegion: own.name,
      instanceState: isActive ? 'active' : 'inactive',
      activeRegion: (isActive ? own : other).name,
    });
    if (isActive) this.#speak();
  }

  /** Says what has become of the agent in the silence. */
  #speak(): void {
    const { conduit, agent } = this.#options;
    const data = agent();
    if (data) conduit.sendDownstream(AgentEvents.UPDATE, data);
  }

  #suppress(suppress: boolean): void {
    const data = { suppress, shouldSendFailoverDownstream: false };
    this.#options.conduit.sendUpstream(DisasterRecoveryEvents.SUPPRESS, data);
  }
}
