package vn.lienthong.identity.login;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.LeastAssurance;

/** The order of assurance levels, lowest first, and what procedures demand. */
@Component
public class AssuranceLevels {

    private final LeastAssurance least;

    AssuranceLevels(LeastAssurance least) {
        this.least = least;
    }

    public boolean reaches(@Nullable String reached, String wanted) {
        return least.reaches(reached, wanted);
    }

    /** Of the values of an {@code acr_values}, one suffices. */
    public boolean reachesAny(@Nullable String reached, String wanted) {
        return least.reachesAny(reached, wanted);
    }

    /** What this procedure demands, if anything. */
    public Optional<String> of(@Nullable String procedure) {
        return least.of(procedure);
    }
}
