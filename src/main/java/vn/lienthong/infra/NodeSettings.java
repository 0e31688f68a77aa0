package vn.lienthong.infra;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.util.List;
import vn.lienthong.infra.PartAddresses.Broker;
import vn.lienthong.infra.PartAddresses.Cache;
import vn.lienthong.infra.PartAddresses.Database;

/** Node mode: every address comes from the environment, and all that is missing is named at once. */
public final class NodeSettings {

    private static final List<String> REQUIRED = List.of(
            "LIENTHONG_DB_URL",
            "LIENTHONG_DB_USER",
            "LIENTHONG_DB_PASSWORD",
            "LIENTHONG_REDIS_URL",
            "LIENTHONG_BROKER_URL",
            "LIENTHONG_BROKER_USER",
            "LIENTHONG_BROKER_PASSWORD",
            "LIENTHONG_MASTER_KEY",
            "LIENTHONG_NATIONAL_URL");

    private NodeSettings() {}

    /** The addresses of a node, or one failure that lists every missing setting. */
    public static PartAddresses addresses(Settings settings) {
        List<String> missing =
                REQUIRED.stream().filter(name -> settings.find(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new StartFailure(
                    "node mode needs settings that are missing: " + String.join(", ", missing),
                    "set them as environment variables, or set LIENTHONG_MODE=standalone to try the hub on this machine");
        }
        return new PartAddresses(
                new Database(
                        inHubSchema(settings.orElse("LIENTHONG_DB_URL", "")),
                        settings.orElse("LIENTHONG_DB_USER", ""),
                        settings.orElse("LIENTHONG_DB_PASSWORD", "")),
                cache(settings.orElse("LIENTHONG_REDIS_URL", "")),
                new Broker(
                        settings.orElse("LIENTHONG_BROKER_URL", ""),
                        settings.orElse("LIENTHONG_BROKER_USER", ""),
                        settings.orElse("LIENTHONG_BROKER_PASSWORD", "")),
                URI.create(settings.orElse("LIENTHONG_NATIONAL_URL", "")));
    }

    private static String inHubSchema(String url) {
        if (url.contains("currentSchema=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=hub";
    }

    private static Cache cache(String url) {
        try {
            RedisURI uri = RedisURI.create(url);
            char[] password = uri.getCredentialsProvider()
                    .resolveCredentials()
                    .mapNotNull(credentials -> credentials.getPassword())
                    .blockOptional()
                    .orElse(new char[0]);
            return new Cache(uri.getHost(), uri.getPort(), new String(password), uri.isSsl());
        } catch (IllegalArgumentException e) {
            throw new StartFailure(
                    "LIENTHONG_REDIS_URL cannot be read", "write it as redis://:password@host:6379 or rediss://…", e);
        }
    }
}
