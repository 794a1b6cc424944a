export const metadata = { title: 'Next.js' };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <head><script src="/watch.js" /></head>
      <body><main>{children}</main></body>
    </html>
  );
}
