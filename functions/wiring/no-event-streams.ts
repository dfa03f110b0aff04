/**
 * Stands in for the AWS SDK's event streams in the functions' bundles, 14 kB that every start with a
 * client of S3 would load: only queries over the content of objects answer in them, and Layak makes none.
 */
export function resolveEventStreamSerdeConfig<Config>(config: Config): Config {
  return config;
}

export function eventStreamSerdeProvider(): never {
  throw new Error("no call of Layak is answered by an event stream");
}

export class EventStreamSerde {
  constructor() {
    eventStreamSerdeProvider();
  }
}
