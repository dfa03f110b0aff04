import type { Pack, Policy, Requirement, Service } from "../../src/index.ts";
import { BENCHMARK_SERVICE, benchmarkPack } from "./pack.ts";

const LEAVES = 20;

/** The service's name in a pack of {@link packWithServices}. */
export function serviceName(index: number): string {
  return `uji/kiosk-${index}`;
}

/** The benchmark's pack with its service so many times, nothing shared between the copies. */
export function packWithServices(count: number): Pack {
  const pack = benchmarkPack();
  const original = serviceOf(pack);
  const services = Array.from({ length: count }, (_, index): [string, Service] => {
    const id = serviceName(index);
    return [id, { ...structuredClone(original), id }];
  });
  return { ...pack, services: new Map(services) };
}

/** The benchmark's pack with its policy's requirements repeated up to so many leaves. */
export function packWithLeaves(leaves: number): Pack {
  const pack = benchmarkPack();
  const original = serviceOf(pack);
  const id = serviceName(0);
  const versions = original.versions.map(({ from, policy }) => ({
    from,
    policy: repeated(policy, leaves / LEAVES),
  }));
  return { ...pack, services: new Map([[id, { ...original, id, versions }]]) };
}

/** The same, one comparison more in each requirement and no two of them alike. */
export function withOwnAmounts(pack: Pack): Pack {
  const services = [...pack.services].map(([id, service]): [string, Service] => {
    const versions = service.versions.map(({ from, policy }) => ({
      from,
      policy: { ...policy, requirements: policy.requirements.map(withOwnAmount) },
    }));
    return [id, { ...service, versions }];
  });
  return { ...pack, services: new Map(services) };
}

function withOwnAmount(requirement: Requirement, index: number): Requirement {
  const amount = { fact: "contract.months", operator: "greaterThan", value: -index };
  return { ...requirement, conditions: { all: [requirement.conditions, amount] } };
}

function repeated(policy: Policy, times: number): Policy {
  const requirements = Array.from({ length: times }, (_, turn) =>
    policy.requirements.map((requirement) => ({
      ...structuredClone(requirement),
      id: `${requirement.id}-${turn}`,
    })),
  );
  return { ...policy, requirements: requirements.flat() };
}

function serviceOf(pack: Pack): Service {
  const service = pack.services.get(BENCHMARK_SERVICE);
  if (service === undefined) throw new Error(`there is no service ${BENCHMARK_SERVICE}`);
  return service;
}
