FROM node:22-bookworm AS web
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY web-shared web-shared
COPY web-public web-public
COPY web-admin web-admin
COPY tests/e2e/package.json tests/e2e/package.json
COPY schema.graphql codegen.ts ./
RUN npm ci --no-audit --no-fund && npm run build

FROM rust:1.95-bookworm AS server
WORKDIR /src
COPY . .
COPY --from=web /src/web-public/dist web-public/dist
COPY --from=web /src/web-admin/dist web-admin/dist
RUN cargo build --release -p api --bin beket

FROM debian:bookworm-slim
COPY --from=server /src/target/release/beket /usr/local/bin/beket
COPY demo /demo
RUN useradd --system beket
USER beket
EXPOSE 8080
ENTRYPOINT ["beket"]
CMD ["serve"]
