# newsgraph as an image: the command, its model and its knowledge base, and nothing else.
#
#   docker build -t newsgraph .
#   docker run --rm -v "$PWD:/news" newsgraph build article.txt -o graph.ttl
#   docker run --rm -v "$PWD:/news" -p 8181:8181 -e NEWSGRAPH_TOKEN newsgraph serve graph.ttl --host 0.0.0.0

FROM node:22-alpine AS build
WORKDIR /src
COPY . .
# The model runs in WebAssembly: nothing is compiled for this machine, so no scripts of packages are needed.
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && npm pack --workspaces --include-workspace-root --pack-destination /packed

FROM node:22-alpine
COPY --from=build /packed/*.tgz /packed/
RUN npm install --global --omit=dev --ignore-scripts --no-audit --no-fund /packed/*.tgz \
 && rm -rf /packed /root/.npm \
 && mkdir /news && chown node:node /news

USER node
WORKDIR /news
ENV NODE_ENV=production
EXPOSE 8181

# Of serve: it answers, and knows itself. A command that ends by itself is gone before it is asked.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8181/openapi.json', { headers: { authorization: `Bearer ${process.env.NEWSGRAPH_TOKEN ?? ''}` } }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["newsgraph"]
CMD ["--help"]
