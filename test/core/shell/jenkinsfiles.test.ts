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

	it('what withEnv gives', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `node {
  withEnv(['TAG=1.0', "PATH+X=/x", "FROM=\${BUILD_ID}", 'SUM=' + 1]) {
    sh 'docker build -t «me/app:$TAG» .'
    sh "docker pull «me/app:\${env.TAG}»"
    sh 'docker pull «me/b:$FROM»'
    sh 'docker pull «me/c:$SUM»'
  }
  withEnv ['TWO=1'] { }
  withEnv(['TWO=2']) { sh 'docker pull «me/d:$TWO»' }
}
`, ['command-tag build-output docker.io/me/app:1.0', 'command-pull build-output docker.io/me/app:1.0', 'command-pull variable -', 'command-pull variable -', 'command-pull variable -']);
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

	it('a pod in a string that is an argument', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `podTemplate(label: 'x', yaml: """
apiVersion: v1
kind: Pod
spec:
  containers:
  - image: «maven:3.9»
""") { node('x') { sh 'docker pull «a/b:1»' } }
`, ['kubernetes-image image docker.io/library/maven:3.9', 'command-pull image docker.io/a/b:1']);
	});

	it('a registry around images', () => {
		expectUses(jenkinsfileCard, 'jobs/build.jenkinsfile', `docker.withRegistry('https://reg.example.com', 'cred') {
  docker.image('«me/app:1»').pull()
}
`, ['workflow-container image reg.example.com/me/app:1']);
	});

	it('parameters, labels, batch, strings of every form', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `pipeline {
  agent none
  parameters { string(name: 'VERSION', defaultValue: '20', description: 'docker pull no:1') }
  options { timeout(time: 1, unit: 'HOURS') }
  stages {
    stage("Test it's") {
      agent {
        docker {
          image "«node:\${params.VERSION}»"
          args '-v /a:/b'
          registryUrl 'https://x'
        }
      }
      steps {
        script {
          def name = "me/app"
          sh "docker build --build-arg A=\${name} -t «\${name}:latest» ."
          sh """#!/bin/bash
            set -e
            docker run --rm \\\\
              «a/b:1» \\\\
              echo \\$HOME
          """
          sh '''
            docker pull "«a/b:$X»"
          '''
          bat "docker pull «a/c:1»"
          def out = sh(returnStdout: true, script: "docker inspect -f '{{.Id}}' «a/d:1»").trim()
        }
      }
    }
  }
  post { always { sh 'docker rmi me/app || true' } }
}
`, ['workflow-container image docker.io/library/node:20', 'command-tag build-output docker.io/me/app:latest', 'command-pull image docker.io/a/b:1', 'command-pull variable -', 'command-pull image docker.io/a/c:1', 'command-inspect build-output docker.io/a/d:1']);
	});

	it('calls without brackets, registries, joined strings', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `@Library('x') _
node('docker') {
  /* docker.image('no:1') */
  checkout scm
  docker.withRegistry("https://\${REG}", 'c') {
    def app = docker.build "«me/app»"
    app.push("latest")
  }
  docker.withRegistry('', 'c') { docker.build("«me/b:1»", "--build-arg X=y -f d/Dockerfile d") }
  withDockerContainer(image: '«maven:3»', args: '') { sh 'mvn' }
  sh 'docker push ' + «image»
}
`, ['command-tag variable -', 'command-tag build-output docker.io/me/b:1', 'workflow-container image docker.io/library/maven:3', 'command-push variable -']);
	});

	it('the environment of a pipeline', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile.release', `pipeline {
  agent { dockerfile { filename 'Dockerfile.build' } }
  environment {
    REG = 'quay.io/a'
    IMG = "\${REG}/app"
  }
  stages { stage('x') { steps {
    sh 'podman push «$IMG:1»'
    sh "podman push «\${env.IMG}:2»"
    echo "docker pull no:1"
  } } }
}
`, ['command-push build-output quay.io/a/app:1', 'command-push build-output quay.io/a/app:2']);
	});

	it('other shells, joined names, pushes and odd ends', () => {
		expectUses(jenkinsfileCard, 'Jenkinsfile', `node {
  powershell '''docker pull \`
    «a/b:1»
    docker pull «a/b:2»'''
  bat '''docker pull ^
    «a/b:3» & docker pull «a/b:4»'''
  step(script: 'docker pull «a/b:5»')
  docker.image('«me/app:6»').push()
  docker.build('«me/app:' + version»)
  docker.withRegistry('https://r.acme.dev/v2/', 'login') { docker.image('«app:7»').inside { } }
  docker.withRegistry(url) { docker.image('«app:8»').inside { } }
  docker.withRegistry('') { docker.image('«app:9»').inside { } }
  docker.withRegistry('https://r.acme.dev') { docker.image('«r.acme.dev/app:10»').inside { } }
  { 'alone' } )
}
`, [
			'command-pull image docker.io/a/b:1', 'command-pull image docker.io/a/b:2', 'command-pull image docker.io/a/b:3', 'command-pull image docker.io/a/b:4', 'command-pull image docker.io/a/b:5',
			'workflow-push build-output docker.io/me/app:6', 'command-tag variable -', 'workflow-container image r.acme.dev/app:7', 'workflow-container variable -', 'workflow-container image docker.io/library/app:9', 'workflow-container image r.acme.dev/app:10',
		]);
	});
});
