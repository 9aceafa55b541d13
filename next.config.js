/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks the types, tests included.
  typescript: { ignoreBuildErrors: true },
  // Packages with native code or data files: loaded by Node, not bundled.
  serverExternalPackages: ["esbuild", "pg-boss", "pino", "rate-limiter-flexible", "sharp"],
  // A page's styles are 5 KB: on a slow line, inlining them costs less than another round trip.
  experimental: { inlineCss: true },
  turbopack: { root: import.meta.dirname },
};
