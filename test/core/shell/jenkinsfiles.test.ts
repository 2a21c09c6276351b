import { jenkinsfileCard } from '../../../src/core/extract/shell/cards.ts';
import { expectUses } from '../../support/expectUses.ts';

describe('Jenkinsfiles', () => {
	it('a declarative pipeline: agents, the environment, scripts', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `pipeline {
  agent { docker { image '«node:20»' } }
  environment { IMG = 'me/app' }
  stages {
    stage('a') {
      agent { docker '«maven:3»' }
      steps {
        sh 'docker build -t «$IMG:1» .'
        sh "docker push «\${IMG}:1»"
        sh """
          docker pull «a/b:1»
          docker push «me/app:\${env.BUILD_ID}»
        """
        sh(script: 'docker pull «a/c:1»', returnStdout: true)
        // sh 'docker pull no:1'
      }
    }
  }
}
`, ['workflow-container image docker.io/library/node:20', 'workflow-container image docker.io/library/maven:3', 'command-tag build-output docker.io/me/app:1', 'command-push build-output docker.io/me/app:1', 'command-pull image docker.io/a/b:1', 'command-push variable -', 'command-pull image docker.io/a/c:1']);
	});

	it('a scripted pipeline: images and builds of the docker object', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `node {
  def tag = '1.0'
  docker.image('«node:20»').inside {
    sh 'npm test'
  }
  docker.image("«maven:\${tag}»").withRun('-p 1:1') { c -> sh 'x' }
  def img = docker.build("«me/app:\${tag}»", '-f Dockerfile.x .')
  img.push()
  docker.build("«me/app:\${env.BUILD_ID}»")
}
`, ['workflow-container image docker.io/library/node:20', 'workflow-container image docker.io/library/maven:1.0', 'command-tag build-output docker.io/me/app:1.0', 'command-tag variable -']);
	});

	it('container templates', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `podTemplate(containers: [
  containerTemplate(name: 'golang', image: '«golang:1.22»', command: 'cat', ttyEnabled: true)
]) { node(POD_LABEL) { container('golang') { sh 'docker pull «a/b:1»' } } }
`, ['workflow-container image docker.io/library/golang:1.22', 'command-pull image docker.io/a/b:1']);
	});

	it('a pod in a string', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `pipeline {
  agent {
    kubernetes {
      yaml '''
apiVersion: v1
kind: Pod
spec:
  containers:
    - name: x
      image: «maven:3.9»
'''
    }
  }
}
`, ['kubernetes-image image docker.io/library/maven:3.9']);
	});

	it('a registry around images', () => {
		expectUses(jenkinsfileCard, 'jobs/build.jenkinsfile', `docker.withRegistry('https://reg.example.com', 'cred') {
  docker.image('«me/app:1»').pull()
}
`, ['workflow-container image reg.example.com/me/app:1']);
	});
});
