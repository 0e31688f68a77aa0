package vn.lienthong;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;
import vn.lienthong.infra.Settings;

/** Starts the hub, identity alone, or the tool named by the first argument. */
public final class LienThong {

    private static final Map<String, String> TOOLS = Map.of(
            "stand-in", "vn.lienthong.standin.StandIn",
            "demo", "vn.lienthong.trial.Demo",
            "chaos", "vn.lienthong.trial.Chaos",
            "bench", "vn.lienthong.trial.Bench",
            "bench-identity", "vn.lienthong.trial.IdentityBench",
            "reconcile", "vn.lienthong.trial.Reconcile");

    private static final String IDENTITY = "identity";

    private LienThong() {}

    public static void main(String[] args) throws Throwable {
        // Artemis frees direct buffers through Netty, which on JDK 24+ refuses unless it may use Unsafe
        System.setProperty("io.netty.noUnsafe", "false");
        if (args.length > 0 && TOOLS.containsKey(args[0])) {
            startTool(TOOLS.get(args[0]), Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length > 0 && IDENTITY.equals(args[0])) {
            HubProcess.startIdentity(Settings.ofProcess());
        } else {
            HubProcess.start(Settings.ofProcess(), args);
        }
    }

    private static void startTool(String mainClass, String[] args) throws Throwable {
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
