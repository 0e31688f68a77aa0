package vn.lienthong;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.lienthong.identity.IdentityApplication;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;

/** Whether identity runs in this process, and under which port and name. */
record IdentityContext(int port, String bind, URI issuer, Optional<String> console) {

    private static final String SWITCH = "LIENTHONG_IDENTITY";
    private static final String ISSUER = "LIENTHONG_IDENTITY_ISSUER";
    private static final int USUAL_PORT = 8081;

    /** Standalone unless switched off; a node only once it is told under which name browsers reach it. */
    static boolean wanted(Settings settings, Mode mode) {
        return switch (settings.orElse(SWITCH, mode == Mode.STANDALONE ? "on" : "")) {
            case "on" -> true;
            case "off" -> false;
            case "" -> settings.find(ISSUER).isPresent();
            case String other ->
                throw new StartFailure(SWITCH + " is '" + other + "'", "set it to 'on' or 'off', or leave it out");
        };
    }

    /** {@code console} is where this hub's own console is, which the trial's clients know as {@code {console}}. */
    static IdentityContext standalone(Settings settings, int port, String console) {
        String bind = settings.orElse("LIENTHONG_BIND", "127.0.0.1");
        URI issuer = issuer(settings.orElse(ISSUER, "http://127.0.0.1:" + port));
        return new IdentityContext(port, bind, issuer, Optional.of(console));
    }

    static IdentityContext node(Settings settings) {
        String port = settings.orElse("LIENTHONG_IDENTITY_PORT", Integer.toString(USUAL_PORT));
        String issuer = settings.find(ISSUER)
                .orElseThrow(() -> new StartFailure(
                        "identity needs " + ISSUER, "set it to the https address under which browsers reach identity"));
        return new IdentityContext(Integer.parseInt(port), "", issuer(issuer), Optional.empty());
    }

    ConfigurableApplicationContext start(ConfigurableApplicationContext infra) {
        var web = new java.util.HashMap<String, Object>(
                Map.of("server.port", port, "lienthong.identity.issuer", issuer.toString()));
        if (!bind.isEmpty()) {
            web.put("server.address", bind);
        }
        console.ifPresent(address -> web.put("lienthong.identity.console", address));
        return HubProcess.quiet(new SpringApplicationBuilder(IdentityApplication.class))
                .parent(infra)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=identity")
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("chosen at start", web)))
                .run();
    }

    private static URI issuer(String address) {
        try {
            URI issuer = new URI(address);
            boolean plain = issuer.getHost() != null
                    && issuer.getRawQuery() == null
                    && issuer.getRawFragment() == null
                    && !address.endsWith("/");
            if (plain && ("https".equals(issuer.getScheme()) || "http".equals(issuer.getScheme()))) {
                return issuer;
            }
        } catch (java.net.URISyntaxException e) {
            // told below, together with addresses of another kind
        }
        throw new StartFailure(
                ISSUER + " is '" + address + "'", "write it as https://name, without a slash at the end and a query");
    }
}
