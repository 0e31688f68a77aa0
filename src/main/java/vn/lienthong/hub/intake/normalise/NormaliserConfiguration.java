package vn.lienthong.hub.intake.normalise;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.intake.decode.Decoders;
import vn.lienthong.hub.intake.files.VirusScan;
import vn.lienthong.hub.platform.config.ConfigCheck;
import vn.lienthong.hub.platform.content.ContentStore;

@Configuration(proxyBeanMethods = false)
class NormaliserConfiguration {

    @Bean
    Decoders decoders(ContentStore contents, VirusScan scan) {
        return new Decoders(contents::put, scan);
    }

    @Bean
    MappingReader mappingReader() {
        return new MappingReader(new CanonicalSchema());
    }

    /** Refuses a proposed configuration in which a sender's mapping does not compile. */
    @Bean
    ConfigCheck mappingsCompile(MappingReader reader, SenderSettings senders) {
        return new MappingsCheck(reader, senders);
    }
}
