package vn.lienthong.hub.intake.collect;

import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * What opens a sender's system: the environment's {@code LIENTHONG_COLLECT_SECRET_<SENDER>} and {@code
 * LIENTHONG_COLLECT_USER_<SENDER>}, dashes as underscores.
 */
@Component
public class Credentials {

    private final Environment environment;

    Credentials(Environment environment) {
        this.environment = environment;
    }

    public String secret(String sender) {
        return environment.getProperty("LIENTHONG_COLLECT_SECRET_" + name(sender), "");
    }

    public String user(String sender) {
        return environment.getProperty("LIENTHONG_COLLECT_USER_" + name(sender), "");
    }

    private static String name(String sender) {
        return sender.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
