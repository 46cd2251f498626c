// Every event name with its exact string: docs/protocol.md, section 1.7, written out once more.
import { expect } from '@open-wc/testing';
import { makeEnum } from '../src/events/enum.js';
import { ValueError } from '../src/errors/errors.js';
import * as names from '../src/events/event-names.js';
import { createConnect } from '../src/connect.js';

/** The table: for each enum, a line for each of its strings; the key is before it where it does not follow from it. */
const TABLE: Record<string, string> = {
  EventType: `
    acknowledge
    ack_timeout
    init
    api_request
    api_response
    auth_fail
    access_denied
    close
    configure
    log
    download_log_from_ccp
    master_request
    master_response
    synchronize
    terminate
    terminated
    send_logs
    reload_agent_configuration
    broadcast
    api_metric
    client_metric
    softphone_stats
    softphone_report
    client_side_logs
    server_bound_internal_log
    mute
    iframe_style
    iframe_retries_exhausted
    update_connected_ccps
    outer_context_info
    media_device_request
    media_device_response
    tab_id
    authorize_success
    authorize_retries_exhausted
    cti_authorize_retries_exhausted
    click_stream_data
    set_quick_get_agent_snapshot_flag
    api_proxy_request
    api_proxy_response
    request_configure
    cross_region_csm_config`,
  AgentEvents: `
    agent::init
    agent::update
    agent::refresh
    agent::routable
    agent::not_routable
    agent::pending
    agent::contact_pending
    agent::offline
    agent::error
    agent::softphone_error
    agent::websocket_connection_lost
    agent::websocket_connection_gained
    agent::state_change
    agent::acw
    agent::mute_toggle
    agent::local_media_stream_created
    agent::enqueued_next_state
    agent::cleared_next_state
    agent::fetch_agent_data_from_ccp`,
  ContactEvents: `
    contact::init
    contact::refresh
    contact::destroyed
    contact::incoming
    contact::pending
    contact::connecting
    contact::connected
    contact::missed
    contact::acw
    contact::view
    contact::ended
    contact::error
    contact::accepted
    contact::invalid_state_transition
    contact::screen_sharing_started
    contact::screen_sharing_stopped
    contact::screen_sharing_error`,
  ConnectionEvents: `
    connection::session_init
    connection::ready_to_start_session`,
  ConfigurationEvents: `
    configuration::configure
    configuration::set_speaker_device
    configuration::set_microphone_device
    configuration::set_ringer_device
    configuration::speaker_device_changed
    configuration::microphone_device_changed
    configuration::ringer_device_changed
    configuration::camera_device_changed
    configuration::background_blur_changed`,
  WebSocketEvents: `
    webSocket::init_failure
    webSocket::connection_open
    webSocket::connection_close
    webSocket::connection_error
    webSocket::connection_gain
    webSocket::connection_lost
    webSocket::subscription_update
    webSocket::subscription_failure
    webSocket::all_message
    webSocket::send
    webSocket::subscribe`,
  MasterTopics: `
    LOGIN_POPUP connect::loginPopup
    SEND_LOGS connect::sendLogs
    SOFTPHONE connect::softphone
    RINGTONE connect::ringtone
    METRICS connect::metrics
    FAILOVER connect::failover`,
  ChannelViewEvents: `
    taskList::activate_channel_with_view_type`,
  TaskEvents: `
    task::created`,
  EmailEvents: `
    email::created`,
  VoiceIdEvents: `
    voiceId::update_domain_id`,
  DisasterRecoveryEvents: `
    disasterRecovery::suppress
    disasterRecovery::force_offline
    disasterRecovery::set_offline
    disasterRecovery::init_disaster_recovery
    disasterRecovery::failover
    disasterRecovery::failover_pending
    disasterRecovery::init_dr_polling`,
  GlobalResiliencyEvents: `
    globalResiliency::configure
    globalResiliency::configure_ccp_conduit
    globalResiliency::init
    globalResiliency::configure_error
    globalResiliency::validate_global_signin
    globalResiliency::global_signin_valid
    globalResiliency::global_signin_invalid
    globalResiliency::failover_detected
    globalResiliency::failover_detected_crm
    globalResiliency::failover_initiated
    globalResiliency::failover_pending
    globalResiliency::failover_pending_crm
    globalResiliency::failover_complete
    globalResiliency::heartbeat_syn
    globalResiliency::heartbeat_ack
    globalResiliency::force_failover`,
  StorageAccessEvents: `
    storageAccess::init
    storageAccess::granted
    storageAccess::denied
    storageAccess::request`,
};

const enums = names as unknown as Record<string, Readonly<Record<string, string>>>;

describe('event names', () => {
  for (const [name, table] of Object.entries(TABLE)) {
    const lines = table.trim().split(/\s*\n\s*/);
    const expected = Object.fromEntries(
      lines.map((line) => {
        const [first, second] = line.split(' ') as [string, string?];
        return second ? [first, second] : [first.replace(/^.*::/, '').toUpperCase(), first];
      }),
    );

    it(`has in ${name} just these ${lines.length}`, () => {
      expect(enums[name]).to.deep.equal(expected);
      expect(enums[name]).to.be.frozen;
    });
  }

  it('has those of EventType on every runtime that a page may meet', () => {
    const { EventType } = createConnect();
    expect(enums.EventType).to.include(EventType);
    for (const documented of [
      'ACKNOWLEDGE',
      'ACK_TIMEOUT',
      'SYNCHRONIZE',
      'AUTH_FAIL',
      'LOG',
      'TERMINATED',
      'TERMINATE',
    ]) {
      expect(EventType).to.have.property(documented);
    }
  });

  for (const name of ['AgentEvents', 'ContactEvents', 'ConfigurationEvents', 'WebSocketEvents']) {
    it(`has ${name} on every runtime`, () => {
      expect((createConnect() as unknown as typeof enums)[name]).to.equal(enums[name]);
    });
  }
});

describe('getContactEventName', () => {
  it('has event, then id', () => {
    for (const event of Object.values(names.ContactEvents)) {
      expect(names.getContactEventName(event, '0123')).to.equal(`${event}::0123`);
    }
  });

  const wrong: [name: string, event: unknown, contactId: unknown, message: string][] = [
    ['no event', null, 'a', 'eventName must be provided'],
    ['no id', 'contact::ended', undefined, 'contactId must be provided'],
    ['a name without its prefix', 'ended', 'a', 'ended is not a valid contact event.'],
    ["the agent's event", 'agent::init', 'a', 'agent::init is not a valid contact event.'],
    ['a key', 'ENDED', 'a', 'ENDED is not a valid contact event.'],
  ];
  for (const [name, event, contactId, message] of wrong) {
    it(`throws a ValueError for ${name}`, () => {
      expect(() => names.getContactEventName(event as never, contactId as string)).to.throw(ValueError, message);
    });
  }
});

describe('makeEnum', () => {
  it('makes keys of values: each run of lower case in upper case, joined by _', () => {
    const values = ['AfterCallWork', 'getAgentSnapshot', 'InvalidAgentARNException', 'not_routable', 'Init'];
    expect(makeEnum(values)).to.deep.equal({
      AFTER_CALL_WORK: 'AfterCallWork',
      GET_AGENT_SNAPSHOT: 'getAgentSnapshot',
      INVALID_AGENT_ARNEXCEPTION: 'InvalidAgentARNException',
      NOT_ROUTABLE: 'not_routable',
      INIT: 'Init',
    });
  });
});
