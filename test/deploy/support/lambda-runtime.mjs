// What Lambda's own runtime does, for one packed function in a process of its own: loads the handler
// from the folder in which it was unpacked, and calls it with each event that it is sent.
const { handler } = await import(`${process.cwd()}/${process.argv[2]}`);

process.on("message", async ({ id, event, milliseconds }) => {
  const context = {
    awsRequestId: id,
    functionName: process.env["AWS_LAMBDA_FUNCTION_NAME"],
    getRemainingTimeInMillis: () => milliseconds,
  };
  try {
    process.send({ id, answer: (await handler(event, context)) ?? null });
  } catch (error) {
    process.send({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit());
process.send({ ready: true });
