declare module "opossum" {
  interface BreakerOptions {
    /** False: the action limits its own time. */
    readonly timeout: false;
    readonly errorThresholdPercentage: number;
    readonly volumeThreshold: number;
    /** Milliseconds until an open breaker lets one call through. */
    readonly resetTimeout: number;
    /** Milliseconds that it looks back. */
    readonly rollingCountTimeout: number;
    readonly rollingPercentilesEnabled: boolean;
    readonly enableSnapshots: boolean;
    /** True for errors that are not the action's fault. */
    readonly errorFilter: (error: unknown) => boolean;
  }

  class CircuitBreaker<Arguments extends readonly unknown[], Value> {
    constructor(action: (...given: Arguments) => Promise<Value>, options: BreakerOptions);
    fire(...given: Arguments): Promise<Value>;
    get opened(): boolean;
  }
  export = CircuitBreaker;
}
