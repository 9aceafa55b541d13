/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks the types, tests included.
  typescript: { ignoreBuildErrors: true },
  // Programs with native parts or files of their own: loaded by Node, not bundled.
  serverExternalPackages: ["esbuild", "pg-boss", "pino", "rate-limiter-flexible", "sharp"],
  // A page's styles are 5 KB: within the page they cost a slow line less than another round trip.
  experimental: { inlineCss: true },
  turbopack: { root: import.meta.dirname },
};
