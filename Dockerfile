# The same image as in dist/function-roadbed-vX.Y.Z.xpkg, for those who build with Docker: `npm run build` first.
FROM scratch
COPY dist/function-roadbed/rootfs /
ENV NODE_ENV=production
ENV MALLOC_ARENA_MAX=1
ENV MALLOC_MMAP_THRESHOLD_=262144
EXPOSE 8080/tcp 9443/tcp
USER 2000:2000
ENTRYPOINT ["/usr/local/bin/node", "--min-semi-space-size=4", "--max-semi-space-size=4", "--v8-pool-size=1", "--use-openssl-ca", "/function/start.cjs"]
