// As much of TaskJS as amazon-connect-streams needs to hold a task: a session that never begins.
/* global window */
window.connect.TaskSession = {
  create: () => ({ connect: () => new Promise(() => {}), onConnectionBroken() {}, onConnectionEstablished() {} }),
};
