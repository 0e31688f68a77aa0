package vn.lienthong.hub.intake.files;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.infra.StartFailure;

/** {@code LIENTHONG_CLAMAV=host:port}: without it nothing is scanned. */
@Configuration(proxyBeanMethods = false)
class VirusScanConfiguration {

    private static final String NAME = "LIENTHONG_CLAMAV";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    VirusScan virusScan(Environment environment) {
        String address = environment.getProperty(NAME, "").strip();
        if (address.isEmpty()) {
            return VirusScan.NONE;
        }
        if (!address.matches(".+:\\d{1,5}")) {
            throw new StartFailure(NAME + " is no address: " + address, "write host:port, such as 127.0.0.1:3310");
        }
        int colon = address.lastIndexOf(':');
        return new Clamd(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), PATIENCE);
    }
}
