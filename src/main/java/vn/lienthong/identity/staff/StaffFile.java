package vn.lienthong.identity.staff;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.StartFailure;

/** Reads the rules once, at the start; what would open the door wider than anybody can mean stops the start. */
@Configuration(proxyBeanMethods = false)
class StaffFile {

    private static final int SHORTEST = 8;
    private static final String REMEDY = "correct config/identity/staff.yaml";

    @Bean
    StaffRules staffRules(HubHome home) {
        Path file = home.config().resolve("identity").resolve("staff.yaml");
        if (Files.notExists(file)) {
            throw new StartFailure("the rules for staff are missing: " + file, "put config/identity/staff.yaml back");
        }
        try {
            StaffRules rules = YAMLMapper.shared().readValue(file.toFile(), StaffRules.class);
            check(rules.password().least() >= SHORTEST, "password.least is below " + SHORTEST);
            check(rules.password().most() >= 64, "password.most is below 64");
            check(rules.lockout().failures() >= 2, "lockout.failures is below 2");
            check(rules.lockout().first().isPositive(), "lockout.first is nothing");
            return rules;
        } catch (JacksonException | NullPointerException unreadable) {
            throw new StartFailure(
                    "the rules for staff cannot be read: " + unreadable.getMessage(), REMEDY, unreadable);
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new StartFailure("the rules for staff: " + what, REMEDY);
        }
    }
}
