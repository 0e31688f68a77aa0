package vn.lienthong.hub.intake.normalise;

import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Compiles the mapping of every sender of a proposed configuration. */
final class MappingsCheck implements ConfigCheck {

    private final MappingReader reader;
    private final YAMLMapper yaml = YAMLMapper.builder().build();

    MappingsCheck(MappingReader reader) {
        this.reader = reader;
    }

    @Override
    public void check(ConfigBundle proposal) {
        for (String path : proposal.paths("departments/")) {
            if (path.endsWith(".yaml")) {
                String mapping =
                        yaml.readTree(proposal.text(path)).path("mapping").asString(path);
                reader.read(mapping, proposal.text(mapping));
            }
        }
    }
}
