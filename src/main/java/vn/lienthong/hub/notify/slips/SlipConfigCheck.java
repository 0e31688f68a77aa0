package vn.lienthong.hub.notify.slips;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a proposal whose slips cannot be printed or name an agency, a place or a person by themselves. */
@Component
class SlipConfigCheck implements ConfigCheck {

    @Override
    public void check(ConfigBundle proposal) {
        List<String> files = proposal.paths("province/");
        TemplateLint lint = TemplateLint.knowing(
                files.stream().filter(path -> path.endsWith("/agencies.yaml")).map(proposal::text));
        files.stream()
                .filter(path -> path.contains("/slips/") && path.endsWith(".html"))
                .forEach(path -> refuseLiterals(path, lint.literals(proposal.text(path))));
        files.stream().filter(path -> path.endsWith("/slips.yaml")).forEach(path -> read(path, proposal));
    }

    private static void refuseLiterals(String path, List<String> literals) {
        if (!literals.isEmpty()) {
            throw new IllegalArgumentException(
                    path + " names " + literals
                            + " by itself: agency, place and signer come from the catalogue (tieuDeTrai2, donViTiepNhan, nguoiKy ...)");
        }
    }

    private static void read(String path, ConfigBundle proposal) {
        try {
            OfficeFile.read(proposal.find(path));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(path + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
