// A microphone that a test plugs, unplugs, allows and denies, in place of the browser's.

/** A browser's microphone, as far as it shows without being asked for. */
export class FakeMicrophone {
  readonly permission = Object.assign(new EventTarget(), { state: 'granted' });
  devices: { kind: string }[] = [{ kind: 'audioinput' }, { kind: 'audiooutput' }];
  readonly asked: string[] = [];
  readonly mediaDevices = Object.assign(new EventTarget(), {
    enumerateDevices: () => Promise.resolve(this.devices),
    getUserMedia: () => this.#refuse('getUserMedia'),
  });
  readonly permissions = {
    query: ({ name }: { name: string }) => {
      this.asked.push(name);
      return Promise.resolve(this.permission);
    },
  };

  /** Takes the place of the page's own, until what is returned is called. */
  install(): () => void {
    const names = ['permissions', 'mediaDevices'] as const;
    for (const name of names) Object.defineProperty(navigator, name, { configurable: true, value: this[name] });
    // Outputs can be chosen, also where the browser that runs the test has no way for it.
    const lacksOutputs = !('setSinkId' in HTMLMediaElement.prototype);
    if (lacksOutputs) {
      const setSinkId = () => Promise.resolve();
      Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', { configurable: true, value: setSinkId });
    }
    return () => {
      if (lacksOutputs) Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
      for (const name of names) delete (navigator as { -readonly [Name in keyof Navigator]?: Navigator[Name] })[name];
    };
  }

  #refuse(what: string): never {
    throw new Error(`${what} raises a prompt`);
  }

  /** The agent, or the browser, decides. */
  set(state: PermissionState): void {
    this.permission.state = state;
    this.permission.dispatchEvent(new Event('change'));
  }

  /** These devices are there now. */
  plug(...kinds: string[]): void {
    this.devices = kinds.map((kind) => ({ kind }));
    this.mediaDevices.dispatchEvent(new Event('devicechange'));
  }
}
