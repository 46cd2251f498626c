import 'amazon-connect-streams';

const { core, AgentStateType: States } = connect;
const options: connect.InitCCPOptions = { ccpUrl: 'https://example.my.connect.aws/ccp-v2/', region: 'us-west-2' };

export function Panel({ contact }: { contact?: connect.Contact }) {
  core.onInitialized(() => (window as any).connect.getLog().warn('ready'));
  const own = contact?.getAgentConnection() as connect.VoiceConnection;
  if (own.canSendVideo()) own.hold();
  const agent = new connect.Agent();
  agent.setState(agent.getAgentStates().find(({ type }) => type === States.ROUTABLE)!);
  return <p title={connect['version']}>Don't panic: {JSON.stringify(options)}</p>;
}
