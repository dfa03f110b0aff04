/**
 * Stands in for all of the AWS SDK's ways to credentials in the functions' bundles, 60 kB and more:
 * Lambda gives a function its role's credentials in the environment, and no other way is open there.
 */
export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";
