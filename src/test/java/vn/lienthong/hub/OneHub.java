package vn.lienthong.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.lienthong.hub.intake.BrokerProcess;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.RealParts;

/**
 * Gives tests that only talk to a hub the same one; it closes after the last test of the process. Its broker is its own,
 * or it would take what other hubs of the process wait for.
 */
public final class OneHub implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningHub.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(OneHub.class))
                .computeIfAbsent(Started.class, type -> start(), Started.class)
                .hub();
    }

    private record Started(RunningHub hub, BrokerProcess broker) implements AutoCloseable {

        @Override
        public void close() throws InterruptedException {
            hub.close();
            broker.close();
        }
    }

    private static Started start() {
        HubHome home = RealParts.shared().freshHome();
        PartAddresses parts = RealParts.shared().addressesWithFreshDatabase();
        try {
            var broker = new BrokerProcess(home.data().resolve("broker"));
            broker.start();
            var addresses =
                    new PartAddresses(parts.database(), parts.cache(), broker.address(), parts.nationalPortal());
            return new Started(RunningHub.start(home, addresses), broker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
