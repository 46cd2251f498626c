// Its own declarations are of a script, not of a module; what is used of it stands in session.ts.
declare module 'amazon-connect-chatjs' {}
