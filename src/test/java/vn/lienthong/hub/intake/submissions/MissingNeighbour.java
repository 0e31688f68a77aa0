package vn.lienthong.hub.intake.submissions;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import vn.lienthong.hub.dossier.Neighbour;

/** Somebody to owe changes to; not annotated, so that no other test's scan finds it. */
class MissingNeighbour {

    @Bean
    @ConditionalOnMissingBean
    Neighbour neighbour() {
        return new Neighbour("national-portal", "test");
    }
}
