FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node build.mjs --force

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json LICENSE publiccode.yml ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force \
  && install -d -o node -g node -m 0750 /var/lib/capofila
COPY --from=build /app/dist ./dist
COPY --from=build /app/openapi.json ./
USER node
VOLUME /var/lib/capofila
EXPOSE 3000
CMD ["node", "dist/program/main.js"]
