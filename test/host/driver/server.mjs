export async function startDriver() { return { address: 'http://x', close: async () => {}, drive() {} }; }
