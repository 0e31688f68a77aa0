package vn.lienthong.identity.login;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.IdentitySettings;

/** The order of assurance levels, lowest first; one that is not in it is below all others. */
@Component
public class AssuranceLevels {

    private final List<String> order;

    AssuranceLevels(IdentitySettings settings) {
        this.order = settings.assurance();
    }

    public boolean reaches(@Nullable String reached, String wanted) {
        return order.contains(wanted) && reached != null && order.indexOf(reached) >= order.indexOf(wanted);
    }

    /** Of the values of an {@code acr_values}, one suffices. */
    public boolean reachesAny(@Nullable String reached, String wanted) {
        return Arrays.stream(wanted.strip().split(" +")).anyMatch(level -> reaches(reached, level));
    }
}
