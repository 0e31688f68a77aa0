package vn.lienthong.hub.access.certificates;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.TlsDoorSettings;
import vn.lienthong.trust.AnyCertificate;

/** The same pages by TLS on a port of their own, where {@code LIENTHONG_TLS_PORT} says so. */
@Component
class TlsDoor implements SmartLifecycle, DisposableBean {

    private static final String PORT = "LIENTHONG_TLS_PORT";

    private final Environment environment;
    private final HttpHandler pages;
    private final ObjectProvider<NettyServerCustomizer> connections;
    private final ObjectProvider<ReactorResourceFactory> loops;
    private @Nullable WebServer server;

    TlsDoor(
            Environment environment,
            HttpHandler pages,
            ObjectProvider<NettyServerCustomizer> connections,
            ObjectProvider<ReactorResourceFactory> loops) {
        this.environment = environment;
        this.pages = pages;
        this.connections = connections;
        this.loops = loops;
    }

    @Override
    public void start() {
        Optional<TlsDoorSettings> wanted = TlsDoorSettings.of(environment, PORT);
        if (wanted.isPresent()) {
            server = open(wanted.get());
            server.start();
        }
    }

    private WebServer open(TlsDoorSettings settings) {
        try {
            SslContext context = context(settings);
            NettyServerCustomizer secured = http -> http.secure(spec -> spec.sslContext(context));
            var factory = new NettyReactiveWebServerFactory(settings.port());
            String bind = environment.getProperty("server.address", "");
            if (!bind.isEmpty()) {
                factory.setAddress(InetAddress.getByName(bind));
            }
            factory.setShutdown(Shutdown.GRACEFUL);
            loops.ifAvailable(factory::setResourceFactory);
            factory.addServerCustomizers(secured);
            connections.orderedStream().forEach(factory::addServerCustomizers);
            return factory.getWebServer(pages);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The keystore of the TLS port cannot be used: " + settings.keystore(), e);
        }
    }

    /** A certificate is asked for, not demanded: keys and tokens open this port as well. */
    private static SslContext context(TlsDoorSettings settings) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(Path.of(settings.keystore()))) {
            store.load(file, settings.password().toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, settings.password().toCharArray());
        return SslContextBuilder.forServer(keys)
                .protocols("TLSv1.3", "TLSv1.2")
                .clientAuth(ClientAuth.OPTIONAL)
                .trustManager(new AnyCertificate())
                .build();
    }

    /** What is being answered is answered first, for as long as the plain port waits too. */
    @Override
    public void stop(Runnable done) {
        WebServer open = server;
        if (open == null) {
            done.run();
            return;
        }
        open.shutDownGracefully(result -> {
            stop();
            done.run();
        });
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public void destroy() {
        stop();
    }

    @Override
    public void stop() {
        WebServer open = server;
        if (open != null) {
            open.stop();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
