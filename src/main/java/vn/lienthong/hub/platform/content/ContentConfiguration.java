package vn.lienthong.hub.platform.content;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.MasterKey;

@Configuration(proxyBeanMethods = false)
class ContentConfiguration {

    private static final String BUCKET = "LIENTHONG_CONTENT_S3_BUCKET";

    /** The folder, unless a bucket is named; only then is anything of S3 loaded. */
    @Bean
    ContentStore contentStore(HubHome home, NodeName node, MasterKey master, Environment environment) {
        return environment.getProperty(BUCKET, "").isBlank()
                ? new FolderContentStore(home, node, master)
                : new S3ContentStore(home, node, master, S3Settings.of(environment));
    }
}
