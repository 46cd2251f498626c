/* A copy of the library: class StreamMultiplexer {} class IFrameConduit {} */
connect.SoftphoneManager = function () {};
