/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks the types, tests included.
  typescript: { ignoreBuildErrors: true },
  // Programs with native parts or files of their own: loaded by Node, not bundled.
  serverExternalPackages: ["esbuild", "pg-boss", "pino", "sharp"],
  turbopack: { root: import.meta.dirname },
};
