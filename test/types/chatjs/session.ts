// A chat session by ChatJS, whose declarations stand in the same namespace.
export async function open(contact: connect.Contact): Promise<string> {
  const connection = contact.getAgentConnection() as connect.ChatConnection;
  connect.ChatSession.setGlobalConfig({
    region: 'us-west-2',
    loggerConfig: {} as connect.ChatGlobalConfig['loggerConfig'],
  });
  const session: connect.AgentChatSession = await connection.getMediaController();
  await session.sendMessage({ message: 'Hello', contentType: 'text/plain' });
  return connect.ChatJS.version;
}
